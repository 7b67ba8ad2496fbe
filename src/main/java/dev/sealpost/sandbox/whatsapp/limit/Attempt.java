package dev.sealpost.sandbox.whatsapp.limit;

/**
 * A message that asks to be let through.
 *
 * @param sender its phone number id
 * @param account that the number belongs to
 * @param person whom it is for
 * @param answers whether the person wrote within the last 24 hours, so that it begins nothing
 */
public record Attempt(String sender, String account, String person, boolean answers) {
    @Override
    public String toString() {
        return "Attempt[sender=%s, account=%s]".formatted(sender, account);
    }
}
