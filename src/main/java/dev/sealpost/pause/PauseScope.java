package dev.sealpost.pause;

/** What a pause stops. */
public enum PauseScope {
    /** One number of the business; key: its name in {@code senders.yml}. */
    SENDER,
    /** One template, in all its languages; key: its name in {@code templates.yml}. */
    TEMPLATE,
    /** All senders of a WhatsApp business account; key: its id. */
    ACCOUNT,
    /** Messages of an account to one country; key: {@code ACCOUNT/PT}. */
    COUNTRY;

    /** The key of a country's pause. @param country ISO 3166-1 alpha-2 */
    public static String countryKey(String account, String country) {
        return account + "/" + country;
    }
}
