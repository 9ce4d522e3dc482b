package dev.ullage.simulation.gcp;

/** Reads a condition from left to right. */
final class Tokens {

    private final String text;
    private int at;

    Tokens(String text) {
        this.text = text;
        blanks();
    }

    private void blanks() {
        while (at < text.length()) {
            if (Character.isWhitespace(text.charAt(at))) {
                at++;
            } else if (text.startsWith("//", at)) {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else {
                return;
            }
        }
    }

    boolean peek(String token) {
        if (!text.startsWith(token, at)) {
            return false;
        }
        int after = at + token.length();
        boolean word = Character.isLetter(token.charAt(0));
        return !word || after == text.length() || !Character.isJavaIdentifierPart(text.charAt(after));
    }

    boolean skip(String token) {
        if (!peek(token)) {
            return false;
        }
        at += token.length();
        blanks();
        return true;
    }

    void expect(String token) throws UnreadableException {
        if (!skip(token)) {
            throw new UnreadableException("expected " + token + " at " + at + " of " + text);
        }
    }

    void expectEnd() throws UnreadableException {
        if (at < text.length()) {
            throw new UnreadableException("unexpected " + text.substring(at));
        }
    }

    String name() throws UnreadableException {
        int start = at;
        while (at < text.length() && Character.isJavaIdentifierPart(text.charAt(at))) {
            at++;
        }
        if (start == at || Character.isDigit(text.charAt(start))) {
            throw new UnreadableException("expected a name at " + start + " of " + text);
        }
        var name = text.substring(start, at);
        blanks();
        return name;
    }

    boolean isLiteral() {
        if (at == text.length()) {
            return false;
        }
        char first = text.charAt(at);
        return first == '\'' || first == '"' || Character.isDigit(first) || peek("true") || peek("false");
    }

    Object literal() throws UnreadableException {
        if (skip("true")) {
            return Value.TRUE;
        }
        if (skip("false")) {
            return Value.FALSE;
        }
        return Character.isDigit(text.charAt(at)) ? number() : string();
    }

    private Object number() throws UnreadableException {
        int start = at;
        while (at < text.length() && Character.isDigit(text.charAt(at))) {
            at++;
        }
        if (at - start > 18) {
            throw new UnreadableException("a number too long at " + start + " of " + text);
        }
        Object number = Long.parseLong(text.substring(start, at));
        blanks();
        return number;
    }

    private String string() throws UnreadableException {
        char quote = text.charAt(at++);
        var value = new StringBuilder();
        while (at < text.length() && text.charAt(at) != quote) {
            if (text.charAt(at) == '\\') {
                at++;
                if (at == text.length() || "\\'\"`?".indexOf(text.charAt(at)) < 0) {
                    throw new UnreadableException("an escape that we do not know in " + text);
                }
            }
            value.append(text.charAt(at++));
        }
        expect(String.valueOf(quote));
        return value.toString();
    }
}
