package dev.sealpost.operations;

import java.util.Set;
import java.util.regex.Pattern;
import javax.management.ObjectName;
import org.jolokia.server.core.service.api.Restrictor;
import org.jolokia.server.core.util.HttpMethod;
import org.jolokia.server.core.util.RequestType;

/**
 * What the console may see and do: it looks, and changes nothing. No operation that shows the body or the headers of an exchange,
 * and none that sends, stops or reconfigures; what is not listed is refused.
 */
public final class ConsoleRestrictor implements Restrictor {

    private static final Set<String> READABLE =
            Set.of("java.lang", "org.apache.camel", "hawtio", "jolokia", "dev.sealpost");
    /** Start parameters may hold passwords. */
    private static final Set<String> SECRETIVE = Set.of("SystemProperties", "InputArguments");

    private static final Set<RequestType> COMMANDS =
            Set.of(RequestType.READ, RequestType.LIST, RequestType.SEARCH, RequestType.VERSION, RequestType.EXEC);
    private static final Pattern ROUTE_DIAGRAMS = Pattern.compile("dump(Structured)?Routes?[A-Za-z]*(\\(.*\\))?");
    private static final Pattern PLUGINS = Pattern.compile("(list|canInvoke|getPlugins)(\\(.*\\))?");

    @Override
    public boolean isHttpMethodAllowed(HttpMethod method) {
        return method == HttpMethod.GET || method == HttpMethod.POST;
    }

    @Override
    public boolean isTypeAllowed(RequestType type) {
        return COMMANDS.contains(type);
    }

    @Override
    public boolean isAttributeReadAllowed(ObjectName name, String attribute) {
        return READABLE.contains(name.getDomain()) && !SECRETIVE.contains(attribute);
    }

    @Override
    public boolean isAttributeWriteAllowed(ObjectName name, String attribute) {
        return false;
    }

    @Override
    public boolean isOperationAllowed(ObjectName name, String operation) {
        return switch (name.getDomain()) {
            case "org.apache.camel" -> ROUTE_DIAGRAMS.matcher(operation).matches();
            case "hawtio" -> PLUGINS.matcher(operation).matches();
            default -> false;
        };
    }

    /** Addresses and origins are the security chain's business. */
    @Override
    public boolean isRemoteAccessAllowed(String... hostsOrAddresses) {
        return true;
    }

    @Override
    public boolean isOriginAllowed(String origin, boolean strictCheck) {
        return true;
    }

    @Override
    public boolean isObjectNameHidden(ObjectName name) {
        return !READABLE.contains(name.getDomain());
    }
}
