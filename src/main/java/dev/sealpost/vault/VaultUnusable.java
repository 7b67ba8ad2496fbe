package dev.sealpost.vault;

import java.util.List;
import java.util.stream.Collectors;

/** The vault cannot be trusted or read, so the hub does not start. Says all that is wrong at once, and nothing of any key. */
class VaultUnusable extends RuntimeException {

    private final transient List<VaultFault> faults;

    VaultUnusable(List<VaultFault> faults) {
        super(faults.stream()
                .map(fault -> fault.what() + ". " + fault.remedy() + ".")
                .collect(Collectors.joining(System.lineSeparator())));
        this.faults = List.copyOf(faults);
    }

    List<VaultFault> faults() {
        return faults;
    }
}
