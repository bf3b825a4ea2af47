package vn.dondoc.reporting;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import vn.dondoc.contracts.api.Targets;
import vn.dondoc.platform.sheet.WorkbookWriter;
import vn.dondoc.testing.WritingCall.Content;

/** Workbooks with a figure of a target, as the part of a form. */
public final class FigureBooks {

    private FigureBooks() {}

    public static Content of(String target) {
        return of(List.of(List.of(target, "2026-02", "61", "Sổ theo dõi")));
    }

    /** One in which nobody filled in anything. */
    static Content empty() {
        return of(List.of());
    }

    private static Content of(List<List<String>> rows) {
        var out = new ByteArrayOutputStream();
        try (var book = new WorkbookWriter()) {
            out.write("--of-parts\r\nContent-Disposition: form-data; name=\"file\"; filename=\"so-lieu.xlsx\"\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            book.sheet("Số liệu", List.of("Mã chỉ tiêu", "Kỳ", "Số liệu", "Nguồn số liệu"), List.of(10, 10, 10, 10),
                    line -> rows.forEach(line::of));
            book.to(out);
            out.write("\r\n--of-parts--\r\n".getBytes(StandardCharsets.UTF_8));
            return new Content("multipart/form-data; boundary=of-parts", out.toByteArray());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** One that was looked at and waits. */
    public static String sent(String origin, String token, Content book) {
        var preview = RestTestClient.bindToServer().baseUrl(origin).build().post().uri("/api/targets/workbooks").header("Authorization", "Bearer " + token)
                .contentType(MediaType.valueOf(book.type())).body(book.bytes()).exchange().expectStatus().isOk()
                .expectBody(Targets.SheetPreview.class).returnResult().getResponseBody();
        return Objects.requireNonNull(Objects.requireNonNull(preview).id());
    }
}
