package dev.ullage.reports;

/** A principal's id in three parts that together are the id: what a person looks for is in the middle. */
record PrincipalName(String lead, String name, String rest) {

    private static final int LONGEST = 160;

    static PrincipalName of(String id) {
        var shown = ForeignText.shortened(id, LONGEST);
        int start = shown.startsWith("arn:") ? shown.lastIndexOf('/') + 1 : shown.indexOf(':') + 1;
        int at = shown.indexOf('@', start);
        int end = at < 0 ? shown.length() : at;
        return new PrincipalName(shown.substring(0, start), shown.substring(start, end), shown.substring(end));
    }

    String whole() {
        return lead + name + rest;
    }
}
