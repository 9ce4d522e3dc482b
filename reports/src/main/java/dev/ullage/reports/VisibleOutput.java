package dev.ullage.reports;

import gg.jte.TemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;

/**
 * Where templates write: text is bounded, made visible and escaped for where it stands, whatever the template does, and
 * large numbers are grouped.
 */
final class VisibleOutput extends OwaspHtmlTemplateOutput {

    /** Longer than any sentence of a rule; the whole of a longer text is in the JSON report. */
    private static final int LONGEST = 1200;

    VisibleOutput(TemplateOutput output) {
        super(output);
    }

    @Override
    public void writeUserContent(String text) {
        super.writeUserContent(ForeignText.visible(ForeignText.shortened(text, LONGEST)));
    }

    @Override
    public void writeUserContent(int number) {
        writeUserContent((long) number);
    }

    @Override
    public void writeUserContent(long number) {
        super.writeUserContent(Numbers.grouped(number));
    }
}
