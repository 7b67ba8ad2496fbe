package dev.sealpost.lint;

/**
 * One thing that is wrong with a flow, a policy or what they refer to.
 *
 * @param line from 1; 0 if unknown
 * @param column from 1; 0 if unknown
 * @param rule the id of the rule, as {@code src/docs/flows.md} describes it
 * @param severity {@code error}: the hub does not start with it
 * @param why what the rule protects
 * @param fix what to do
 */
public record Finding(
        String file, int line, int column, String rule, String severity, String message, String why, String fix) {

    private static final String ERROR = "error";

    static Finding of(Rule rule, Place at, String message, String fix) {
        return new Finding(at.file(), at.line(), at.column(), rule.id(), ERROR, message, rule.why(), fix);
    }

    /** {@code routes/flows/x.camel.yaml:12:9 misordered-step: …; …} */
    @Override
    public String toString() {
        String position = line == 0 ? "" : ":" + line + (column == 0 ? "" : ":" + column);
        return file + position + " " + rule + ": " + message + "; " + fix;
    }
}
