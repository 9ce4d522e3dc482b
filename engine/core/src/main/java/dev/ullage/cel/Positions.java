package dev.ullage.cel;

import dev.cel.common.CelSource;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.ast.CelExpr;

/** Where the parts of a condition stand in its text, in code points from its beginning. */
final class Positions {

    private final CelSource source;

    Positions(CelSource source) {
        this.source = source;
    }

    int of(CelExpr expr) {
        return source.getPositionsMap().getOrDefault(expr.id(), 0);
    }

    int of(CelSourceLocation location) {
        return Math.max(0, source.getLocationOffset(location).orElse(0));
    }

    /** Where a name stands that belongs to an expression: CEL remembers only the dot or the bracket beside it. */
    int of(CelExpr expr, String name) {
        var text = source.getContent().toString();
        var beside = text.offsetByCodePoints(0, of(expr));
        var found = text.startsWith(name, beside - name.length()) ? beside - name.length() : text.indexOf(name, beside);
        return found < 0 ? of(expr) : text.codePointCount(0, found);
    }
}
