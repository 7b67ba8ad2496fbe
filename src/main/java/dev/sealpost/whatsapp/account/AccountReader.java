package dev.sealpost.whatsapp.account;

import dev.sealpost.whatsapp.AccessTokens;
import dev.sealpost.whatsapp.Sender;
import dev.sealpost.whatsapp.cloudapi.GraphApi;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Component;

/** Asks the Graph API about a sender's number, its storage and its token, all at once. */
@Component
class AccountReader {

    private final GraphApi graph;
    private final AccessTokens tokens;
    private final TokenReader tokenReader;

    AccountReader(GraphApi graph, AccessTokens tokens, AccountSettings settings) {
        this.graph = graph;
        this.tokens = tokens;
        this.tokenReader = new TokenReader(settings.appId());
    }

    /** Always completes normally. */
    CompletableFuture<AccountReading> read(Sender sender) {
        String token = tokens.of(sender);
        var number = graph.get(token, sender.phoneNumberId(), Map.of("fields", NumberReading.FIELDS));
        var settings = graph.get(token, sender.phoneNumberId() + "/settings", Map.of());
        return token(token)
                .thenCombine(settings, (read, answer) -> new Two(StorageReader.read(answer), read))
                .thenCombine(
                        number,
                        (two, answer) -> new AccountReading(NumberReading.of(answer), two.storage(), two.token()));
    }

    /** The token goes into the query too, as Meta wants it; no log of the hub has addresses in it. */
    CompletableFuture<TokenReading> token(String token) {
        return graph.get(token, "debug_token", Map.of("input_token", token)).thenApply(tokenReader::read);
    }

    private record Two(StorageReading storage, TokenReading token) {}
}
