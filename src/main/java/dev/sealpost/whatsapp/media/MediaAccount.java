package dev.sealpost.whatsapp.media;

/** The number a file is uploaded for; Meta's id of the file is good for no other. Prints no token. */
public record MediaAccount(String phoneNumberId, String token) {

    @Override
    public String toString() {
        return "MediaAccount[" + phoneNumberId + "]";
    }
}
