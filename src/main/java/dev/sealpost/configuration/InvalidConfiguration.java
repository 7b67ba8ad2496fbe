package dev.sealpost.configuration;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.boot.ExitCodeGenerator;

/** The hub does not start with this configuration. Carries every fault that was found; ends the process with 1, findings. */
public class InvalidConfiguration extends RuntimeException implements ExitCodeGenerator {

    private static final int FINDINGS = 1;

    private final transient List<ConfigFault> faults;

    public InvalidConfiguration(List<ConfigFault> faults) {
        super(block(faults));
        this.faults = List.copyOf(faults);
    }

    public List<ConfigFault> faults() {
        return faults;
    }

    @Override
    public int getExitCode() {
        return FINDINGS;
    }

    private static String block(List<ConfigFault> faults) {
        String title = faults.size() == 1
                ? "There is 1 fault in the configuration:"
                : "There are " + faults.size() + " faults in the configuration:";
        return faults.stream().map(fault -> "  " + fault).collect(Collectors.joining("\n", title + "\n\n", ""));
    }
}
