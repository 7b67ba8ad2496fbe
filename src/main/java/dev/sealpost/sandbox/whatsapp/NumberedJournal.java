package dev.sealpost.sandbox.whatsapp;

import dev.sealpost.sandbox.journal.Journal;
import dev.sealpost.sandbox.whatsapp.wire.PhoneDigits;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/** A journal of JSON objects that can be listed by the phone number in their field {@code to}; 16 bytes of memory a line. */
final class NumberedJournal implements AutoCloseable {
    static final String NUMBER_FIELD = "to";
    static final long UNKNOWN_NUMBER = 0;

    private final Journal journal;
    private long[] numbers = new long[1024];

    NumberedJournal(Path file) throws IOException {
        journal = Journal.open(file, (index, line) -> remember(index, numberIn(line)));
    }

    /** Appends under the journal's lock, so that index and number belong together. */
    synchronized int append(long number, byte[] line) throws IOException {
        int index = journal.append(line);
        remember(index, number);
        return index;
    }

    private void remember(int index, long number) {
        if (index >= numbers.length) {
            numbers = Arrays.copyOf(numbers, index * 2);
        }
        numbers[index] = number;
    }

    byte[] read(int index) throws IOException {
        return journal.read(index);
    }

    int size() {
        return journal.size();
    }

    /** Writes {@code {"<name>":[…],"total":n}}, the selected lines just as they are. */
    void list(String name, Page page, OutputStream out) throws IOException {
        int total = size();
        int written = 0;
        out.write(("{\"" + name + "\":[").getBytes(StandardCharsets.UTF_8));
        for (int i = page.after(); i < total && written < page.limit(); i++) {
            if (page.selects(numberAt(i))) {
                out.write(
                        written++ == 0
                                ? "\n".getBytes(StandardCharsets.UTF_8)
                                : ",\n".getBytes(StandardCharsets.UTF_8));
                out.write(read(i));
            }
        }
        out.write("],\"total\":%d}".formatted(total).getBytes(StandardCharsets.UTF_8));
    }

    private synchronized long numberAt(int index) {
        return numbers[index];
    }

    private static long numberIn(byte[] line) throws IOException {
        return PhoneDigits.parse(LineHead.of(line).get(NUMBER_FIELD))
                .map(PhoneDigits::number)
                .orElse(UNKNOWN_NUMBER);
    }

    @Override
    public void close() throws IOException {
        journal.close();
    }
}
