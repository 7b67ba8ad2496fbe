package dev.sealpost.consent;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** A status as {@code consent_event.status}. */
@Converter
class ConsentStatusCode implements AttributeConverter<ConsentStatus, Short> {

    @Override
    public Short convertToDatabaseColumn(ConsentStatus status) {
        return (short) status.code();
    }

    @Override
    public ConsentStatus convertToEntityAttribute(Short code) {
        return ConsentStatus.ofCode(code);
    }
}
