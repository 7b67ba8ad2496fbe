package dev.sealpost.sandbox.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealpost.testing.OwnCloudApi;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The WhatsApp sandbox refuses what exceeds a limit")
class LimitsTest {
    @TempDir
    Path directory;

    @Test
    void withMetasCodesAndCountsIt() throws Exception {
        try (var api = OwnCloudApi.start(directory)) {
            var meta = new MetaClient(api.uri());
            api.client()
                    .limit(
                            "{\"pair\":{\"everyMillis\":60000,\"burst\":1},\"tier\":{\"people\":1,\"windowMillis\":60000}}");
            assertThat(meta.post(MetaClient.text("351912345678", "x")).status()).isEqualTo(200);
            meta.post(MetaClient.text("351912345678", "x")).isError(400, 131056);
            meta.post(MetaClient.text("351912345679", "x")).isError(400, 131048);
            assertThat(api.client().call("GET", "limits", "").body())
                    .isEqualTo(
                            "{\"pair\":{\"everyMillis\":60000,\"burst\":1},\"tier\":{\"people\":1,\"windowMillis\":60000},"
                                    + "\"exceeded\":{\"perSecond\":0,\"pair\":1,\"tier\":1}}");

            api.client().limit("{\"perSecond\":1}");
            assertThat(meta.post(MetaClient.text("351912345679", "x")).status()).isEqualTo(200);
            meta.post(MetaClient.text("351912345679", "x")).isError(429, 130429);

            api.client().limit("{}");
            assertThat(meta.post(MetaClient.text("351912345679", "x")).status()).isEqualTo(200);
            assertThat(api.client().exceededLimits()).isZero();
            assertThat(api.client().call("POST", "limits", "{\"perSecond\":0}").statusCode())
                    .isEqualTo(400);
        }
    }
}
