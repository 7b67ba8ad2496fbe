package dev.sealpost.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class PhoneNumbersTest {

    private final PhoneNumbers numbers = new DiallableNumbers(new SubjectSettings(null));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+351912345678",
                "+351 912 345 678",
                "00351912345678",
                "00 351 912-345-678",
                "(+351) 912 345 678",
                "+(351) 912.345.678",
                "  +351 912\u00a0345\u202f678 ",
                "+351 912\u2011345\u2013678"
            })
    void readsTheUsualWritingsOfOneNumberAsOne(String text) {
        assertThat(numbers.parse(text)).contains(new PhoneNumber("+351912345678"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "sandbox number that ends in an error code, +351912131026, +351912131026",
        "sandbox number that never answers, +351912000408, +351912000408",
        "fixed line, +351 21 012 3456, +351210123456",
        "trunk zero in parentheses, +44 (0)20 7946 0958, +442079460958",
        "a zero that belongs to the number, +39 06 698 12345, +390669812345",
        "Brazil, +55 11 99123-1026, +5511991231026",
        "North America, +1 650 253 0000, +16502530000",
        "internet telephony, +44 56 0000 0000, +445600000000",
        "short country code and number, +6834002, +6834002",
    })
    void acceptsNumbersThatCanBelongToAPerson(String what, String text, String e164) {
        assertThat(numbers.parse(text)).contains(new PhoneNumber(e164));
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "   ",
                "+",
                "00",
                "()",
                "912345678",
                "0912345678",
                "+351",
                "+35191234567",
                "+3519123456789",
                "+351 012 345 678",
                "+999123456789",
                "+0351912345678",
                "++351912345678",
                "+00351912345678",
                "+351+912345678",
                "351912345678+",
                "+3519123456781234567890",
                "+49 30073104934567",
                "+351912345678 ext. 5",
                "+351912345678x5",
                "+351912345678;ext=5",
                "+351912345678#5",
                "+351912345678 / 913456789",
                "+351912345678,913456789",
                "tel:+351912345678",
                "+1 800 FLOWERS",
                "+351 912 E45 678",
                "+\u0663\u0665\u0661\u0669\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668",
                "\uff0b351912345678",
                "+351912345678\n",
                "+351912345678\0",
                "+351912345678\ud800",
                "${+351912345678}",
                "+1 800 253 0000",
                "+1 900 253 0000",
                "+44 870 000 0000",
                "+800 1234 5678",
                "112",
                "+351112"
            })
    void refusesWhatIsNoPersonsNumber(String text) {
        assertThat(numbers.parse(text)).isEmpty();
    }

    @Test
    void refusesAnAbsurdLengthBeforeReadingIt() {
        assertThat(numbers.parse("+" + "1".repeat(50_000_000))).isEmpty();
    }

    @Nested
    class WithADefaultRegion {

        private final PhoneNumbers portuguese = new DiallableNumbers(new SubjectSettings("PT"));

        @ParameterizedTest
        @CsvSource({
            "912 345 678, +351912345678",
            "+44 20 7946 0958, +442079460958",
            "0044 20 7946 0958, +442079460958",
        })
        void readsNationalAndForeignNumbers(String text, String e164) {
            assertThat(portuguese.parse(text)).contains(new PhoneNumber(e164));
        }

        @Test
        void readsTheInternationalPrefixOfTheRegion() {
            var american = new DiallableNumbers(new SubjectSettings("US"));
            assertThat(american.parse("011 351 912 345 678")).contains(new PhoneNumber("+351912345678"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"XX", "pt", "PRT", ""})
        void anUnknownRegionStopsTheStart(String region) {
            new ApplicationContextRunner()
                    .withUserConfiguration(SubjectConfiguration.class)
                    .withPropertyValues("sealpost.subject.default-region=" + region)
                    .run(context -> assertThat(context)
                            .hasFailed()
                            .getFailure()
                            .rootCause()
                            .hasMessageContaining("must be a two-letter ISO 3166-1 code"));
        }
    }

    @Nested
    class APhoneNumber {

        private final PhoneNumber number = new PhoneNumber("+351912345678");

        @Test
        void printsNothingOfItself() throws JsonProcessingException {
            assertThat(number + new ObjectMapper().writeValueAsString(number) + Optional.of(number))
                    .doesNotContainPattern("[0-9]");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "351912345678", "+0351912345678", "+351 912345678", "+1234567890123456", "+1234"})
        void isE164AndNothingElse(String text) {
            assertThat(catchThrowable(() -> new PhoneNumber(text)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageNotContainingAny("351", "1234");
        }
    }
}
