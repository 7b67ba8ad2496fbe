package dev.sealpost.whatsapp.account;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sealpost.whatsapp.account.StorageReading.NoAnswer;
import dev.sealpost.whatsapp.account.StorageReading.Read;
import dev.sealpost.whatsapp.account.StorageReading.Unreadable;
import dev.sealpost.whatsapp.cloudapi.GraphAnswer;
import dev.sealpost.whatsapp.cloudapi.GraphAnswer.Ok;
import dev.sealpost.whatsapp.cloudapi.GraphAnswer.Refused;
import dev.sealpost.whatsapp.cloudapi.GraphAnswer.Unreachable;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads {@code {"storage_configuration": {"status": "IN_COUNTRY_STORAGE_ENABLED", "data_localization_region": "DE"}}} (<a
 * href="https://developers.facebook.com/documentation/business-messaging/whatsapp/local-storage">Local storage</a>). Meta's pages
 * write the words in capitals and in small letters; both are read. Anything else is unreadable, never "as wanted".
 */
final class StorageReader {

    private static final String IN_COUNTRY = "IN_COUNTRY_STORAGE_ENABLED";
    private static final Set<String> ELSEWHERE = Set.of("DEFAULT", "IN_COUNTRY_STORAGE_DISABLED", "NO_STORAGE_ENABLED");
    private static final Pattern REGION = Pattern.compile("[A-Z]{2,8}");

    private StorageReader() {}

    static StorageReading read(GraphAnswer answer) {
        if (answer instanceof Ok ok) {
            return read(ok.json().path("storage_configuration"));
        }
        return answer instanceof Refused refused
                ? new Unreadable(refused.reason().word())
                : new NoAnswer(((Unreachable) answer).reason().word());
    }

    private static StorageReading read(JsonNode storage) {
        String status = capitals(storage.path("status"));
        String region = capitals(storage.path("data_localization_region"));
        if (ELSEWHERE.contains(status)) {
            return new Read(null);
        }
        boolean named = status.equals(IN_COUNTRY) && REGION.matcher(region).matches();
        return named ? new Read(region) : new Unreadable("no-storage-configuration");
    }

    private static String capitals(JsonNode text) {
        return text.asText("").toUpperCase(Locale.ROOT);
    }
}
