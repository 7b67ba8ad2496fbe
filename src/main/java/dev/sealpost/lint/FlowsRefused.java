package dev.sealpost.lint;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.boot.ExitCodeGenerator;

/** The hub does not start with these flows. Carries every finding; ends the process with 1, findings. */
public class FlowsRefused extends RuntimeException implements ExitCodeGenerator {

    private static final long serialVersionUID = 1L;
    private static final int FINDINGS = 1;

    private final transient List<Finding> findings;

    FlowsRefused(List<Finding> findings) {
        super(block(findings));
        this.findings = List.copyOf(findings);
    }

    public List<Finding> findings() {
        return findings;
    }

    @Override
    public int getExitCode() {
        return FINDINGS;
    }

    private static String block(List<Finding> findings) {
        String title = findings.size() == 1
                ? "There is 1 finding in the flows:"
                : "There are " + findings.size() + " findings in the flows:";
        return findings.stream().map(finding -> "  " + finding).collect(Collectors.joining("\n", title + "\n\n", ""));
    }
}
