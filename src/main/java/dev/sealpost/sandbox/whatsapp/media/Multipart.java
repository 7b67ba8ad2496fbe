package dev.sealpost.sandbox.whatsapp.media;

import jakarta.activation.FileDataSource;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.ContentDisposition;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.SharedFileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A form with a file (RFC 7578), read from where its body was put; the file's bytes stay there. */
public final class Multipart implements AutoCloseable {
    private static final int LONGEST_FIELD = 4096;

    private final SharedFileInputStream body;
    private final Map<String, String> fields = new HashMap<>();
    private BodyPart file;

    private Multipart(SharedFileInputStream body) {
        this.body = body;
    }

    /** Empty if it is malformed. */
    public static Optional<Multipart> read(Path path, String contentType) throws IOException {
        var form = new Multipart(new SharedFileInputStream(path.toFile()));
        try {
            form.read(new MimeMultipart(form.source(path, contentType)));
            return Optional.of(form);
        } catch (MessagingException e) {
            form.close();
            return Optional.empty();
        }
    }

    private FileDataSource source(Path path, String contentType) {
        return new FileDataSource(path.toFile()) {
            @Override
            public InputStream getInputStream() {
                return body;
            }

            @Override
            public String getContentType() {
                return contentType;
            }
        };
    }

    private void read(MimeMultipart parts) throws MessagingException, IOException {
        for (int i = 0; i < parts.getCount(); i++) {
            BodyPart part = parts.getBodyPart(i);
            String[] disposition = part.getHeader("Content-Disposition");
            String name = disposition == null ? "" : new ContentDisposition(disposition[0]).getParameter("name");
            if (part.getFileName() != null || "file".equals(name)) {
                file = part;
            } else {
                fields.put(name, text(part));
            }
        }
    }

    private static String text(BodyPart part) throws MessagingException, IOException {
        try (InputStream in = part.getInputStream()) {
            return new String(in.readNBytes(LONGEST_FIELD), StandardCharsets.UTF_8);
        }
    }

    public Optional<String> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    public boolean hasFile() {
        return file != null;
    }

    /** The type that the file itself names. */
    public String fileType() throws IOException {
        try {
            return file.getContentType();
        } catch (MessagingException e) {
            throw new IOException(e);
        }
    }

    /** Copies the file's bytes. */
    public void copyFile(Path target) throws IOException {
        try (InputStream in = file.getInputStream()) {
            Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (MessagingException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        body.close();
    }
}
