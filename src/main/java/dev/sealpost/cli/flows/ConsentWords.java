package dev.sealpost.cli.flows;

import dev.sealpost.dryrun.SampleConsent;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The words for where a person stands, as they are typed. */
class ConsentWords implements ITypeConverter<SampleConsent>, Iterable<String> {

    private static final List<String> WORDS = Arrays.stream(SampleConsent.values())
            .map(consent -> consent.name().toLowerCase(Locale.ROOT))
            .toList();

    @Override
    public SampleConsent convert(String word) {
        if (!WORDS.contains(word)) {
            throw new TypeConversionException(
                    "expected one of " + String.join(", ", WORDS) + " but was '" + word + "'");
        }
        return SampleConsent.valueOf(word.toUpperCase(Locale.ROOT));
    }

    @Override
    public Iterator<String> iterator() {
        return WORDS.iterator();
    }
}
