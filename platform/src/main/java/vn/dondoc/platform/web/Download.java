package vn.dondoc.platform.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A document as answer, written while it is made. Spring's asynchronous bodies would end it after half a minute on a slow line. */
public final class Download {

    public static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int LONGEST_NAME = 80;
    /** A page of the same origin never takes it for something else. */
    private static final String OPTIONS = "X-Content-Type-Options";
    private static final String NO_SNIFFING = "nosniff";

    private Download() {}

    /** What makes the document. */
    public interface Writing {

        void to(OutputStream out) throws IOException;
    }

    /** Whatever refuses the call has to be asked before: once it is being written there is no other answer. */
    public static void send(HttpServletResponse response, String fileName, String mediaType, Writing writing) throws IOException {
        response.setContentType(mediaType);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, disposition(fileName));
        response.setHeader(OPTIONS, NO_SNIFFING);
        var out = response.getOutputStream();
        writing.to(new Open(out));
        out.flush();
    }

    /** A stored file as answer. */
    public static ResponseEntity<InputStreamResource> of(String fileName, String mediaType, long size, InputStream content) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(mediaType))
                .contentLength(size)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition(fileName))
                .header(OPTIONS, NO_SNIFFING)
                .body(new InputStreamResource(content));
    }

    private static String disposition(String fileName) {
        return ContentDisposition.attachment().filename(fileName, StandardCharsets.UTF_8).build().toString();
    }

    /** A text as part of a file's name. */
    public static String nameOf(String text) {
        var name = text.replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }

    /** Libraries close what they wrote into; the answer is closed by who opened it. */
    private static final class Open extends FilterOutputStream {

        Open(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
