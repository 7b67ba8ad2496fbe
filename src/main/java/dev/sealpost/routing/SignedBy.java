package dev.sealpost.routing;

import dev.sealpost.configuration.ConfigFault;
import dev.sealpost.configuration.InvalidConfiguration;
import dev.sealpost.signature.Signer;
import dev.sealpost.signature.Signers;
import java.util.List;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.model.FromDefinition;
import org.springframework.stereotype.Component;

/** The parameter {@code signedBy} of a source kamelet: which signer's signature each event of the flow must bear. */
@Component
class SignedBy {

    private static final String PARAMETER = "signedBy";

    private final Signers signers;

    SignedBy(Signers signers) {
        this.signers = signers;
    }

    /** @throws InvalidConfiguration if it names one that is not known */
    Optional<Signer> signer(CamelContext camel, FromDefinition source) {
        Object name = Flows.parameters(camel, source.getEndpointUri()).getOrDefault(PARAMETER, "");
        if (name.equals("")) {
            return Optional.empty();
        }
        Optional<Signer> signer = signers.find((String) name);
        if (signer.isEmpty()) {
            throw new InvalidConfiguration(List.of(unknown((String) name, source)));
        }
        return signer;
    }

    private ConfigFault unknown(String name, FromDefinition source) {
        String file = source.getLocation() == null ? null : source.getLocation().replaceFirst("^file:", "");
        return ConfigFault.at(file, Math.max(0, source.getLineNumber()), 0, PARAMETER, "is not a signer of signers.yml")
                .showing(name)
                .allowing(signers.names())
                .suggesting(name, signers.names());
    }
}
