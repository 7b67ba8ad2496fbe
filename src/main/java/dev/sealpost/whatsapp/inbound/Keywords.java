package dev.sealpost.whatsapp.inbound;

import dev.sealpost.whatsapp.Keyword;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which messages are keywords: a whole message, whatever its case, accents, punctuation and width. */
record Keywords(Map<String, Keyword> byFoldedText) {

    /** Used if there is no {@code keywords.yml}. */
    static final Keywords BUILT_IN = of(Map.of(
            Keyword.STOP,
            List.of(
                    "stop",
                    "stop all",
                    "stopall",
                    "stop messages",
                    "unsubscribe",
                    "opt out",
                    "optout",
                    "parar",
                    "pare",
                    "sair",
                    "descadastrar",
                    "cancelar inscrição",
                    "baja",
                    "alto",
                    "darme de baja",
                    "cancelar suscripción",
                    "arrêt",
                    "arrêter",
                    "désabonner",
                    "me désabonner",
                    "désinscrire",
                    "stopp",
                    "abmelden",
                    "abbestellen",
                    "ferma",
                    "disiscrivi",
                    "disiscrivimi",
                    "annulla iscrizione"),
            Keyword.AGREE,
            List.of("yes", "sim", "sí", "oui", "ja", "sì"),
            Keyword.MY_DATA,
            List.of(
                    "my data",
                    "meus dados",
                    "os meus dados",
                    "mis datos",
                    "mes données",
                    "meine daten",
                    "i miei dati")));

    /** A text of several keywords is the first of them, so that a stop is always one. */
    static Keywords of(Map<Keyword, List<String>> texts) {
        Map<String, Keyword> byText = new HashMap<>();
        for (Keyword keyword : Keyword.values()) {
            texts.getOrDefault(keyword, List.of()).forEach(text -> byText.putIfAbsent(FoldedText.of(text), keyword));
        }
        byText.remove("");
        return new Keywords(Map.copyOf(byText));
    }

    Optional<Keyword> in(String text) {
        return Optional.ofNullable(byFoldedText.get(FoldedText.of(text)));
    }
}
