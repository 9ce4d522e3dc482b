package dev.ullage.reports;

import java.util.stream.Stream;

/** What somebody may have put into a name, a reason or a policy. */
final class HostileTexts {

    private HostileTexts() {}

    static Stream<String> all() {
        return Stream.of(
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "' onmouseover='alert(1)",
                " autofocus onfocus=alert(1) x=",
                "</style><style>*{display:none}</style>",
                "--><svg/onload=alert(1)><!--",
                "</title></svg></td></table></body></html>",
                "</article></details><h1>forged</h1>",
                "]]><![CDATA[",
                "&lt;b&gt;&#60;i&#62;&amp;",
                "${7*7} @if(true) @template.x() !{var x = 1;}",
                "javascript:alert(1)",
                "https://evil.example/?a=b",
                "](https://evil.example) [x](javascript:alert(1)) ![y](https://evil.example/z)",
                "`code` **bold** | pipe | # head\n- list\n> quote ~~gone~~",
                "@octocat please merge",
                "{0} {{x}} %s %n",
                "\u001b[31mred\u001b[0m\u001b]8;;https://evil.example\u0007link\u001b]8;;\u0007",
                "\u009b31m\u008d",
                "\r\n::error::forged\n\rforged",
                "\u0000\u0001\u0008\u000b\u000c\u007f",
                "\u202egnp.exe\u202c\u2066x\u2069\u200e\u200f",
                "\u200b\u200c\u200d\u2060\ufeff\u00ad\u034f\u3164",
                "\u2028\u2029\u0085\u00a0\u3000",
                "\ud800 \udc00\ud800",
                "\udb40\udc41\udb40\udc42",
                "⟨U+202E⟩",
                "а\u0430dmin Αlpha ﬀ ａｄｍｉｎ",
                "z\u0334\u0335\u0336\u0337\u0338\u0339\u033a".repeat(9),
                "=HYPERLINK(\"https://evil.example\")",
                "../../../../etc/passwd",
                "C:\\Windows\\..\\x",
                "%2e%2e%2f %00 %",
                "\\u003cscript\\u003e\\",
                "x".repeat(3_000),
                "漢字かな한글 عربى עברית 🦊");
    }
}
