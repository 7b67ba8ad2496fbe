package dev.sealpost.sandbox.whatsapp.limit;

/** A limit and the code Meta answers when it is exceeded. */
public enum LimitKind {
    PER_SECOND("perSecond", 130429),
    PAIR("pair", 131056),
    TIER("tier", 131048);

    private final String wireName;
    private final int code;

    LimitKind(String wireName, int code) {
        this.wireName = wireName;
        this.code = code;
    }

    public String wireName() {
        return wireName;
    }

    public int code() {
        return code;
    }
}
