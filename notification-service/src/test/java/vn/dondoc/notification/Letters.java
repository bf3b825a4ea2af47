package vn.dondoc.notification;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import vn.dondoc.contracts.api.Urgings;
import vn.dondoc.testing.WritingCall;

/** Letters of urging as tests draft them over HTTP. */
final class Letters {

    private static final String PATH = "/api/urgings/";
    private static final byte[] PDF = "%PDF-1.7\n%signed\n".getBytes(StandardCharsets.US_ASCII);

    private final RestTestClient http;

    Letters(RestTestClient http) {
        this.http = http;
    }

    Urgings.Urging draft(String token, String... tasks) {
        var rows = Stream.of(tasks).map(task -> new Urgings.RowRef("task", task)).toList();
        return read(http.post().uri("/api/urgings").header(HttpHeaders.AUTHORIZATION, "Bearer " + token).contentType(MediaType.APPLICATION_JSON)
                .body(new Urgings.Wanted(rows, null)).exchange().expectStatus().isCreated());
    }

    Urgings.Urging issued(String token, LocalDate day, String... tasks) {
        var draft = draft(token, tasks);
        return issue(token, draft, "12/UBND-VP", day);
    }

    Urgings.Urging issue(String token, Urgings.Urging draft, String number, LocalDate day) {
        var form = form(number, day);
        return read(http.post().uri(PATH + draft.summary().id() + "/issue").header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .header(HttpHeaders.IF_MATCH, match(draft)).header(HttpHeaders.CONTENT_TYPE, form.type()).body(form.bytes()).exchange().expectStatus().isOk());
    }

    Urgings.Urging sent(String token, LocalDate day, String... tasks) {
        var issued = issued(token, day, tasks);
        return post(token, issued, "sending", null);
    }

    Urgings.Urging post(String token, Urgings.Urging letter, String what, @Nullable Object body) {
        var call = http.post().uri(PATH + letter.summary().id() + "/" + what).header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .header(HttpHeaders.IF_MATCH, match(letter));
        return read((body == null ? call : call.contentType(MediaType.APPLICATION_JSON).body(body)).exchange().expectStatus().isOk());
    }

    Urgings.Urging get(String token, Urgings.Urging letter) {
        return read(http.get().uri(PATH + letter.summary().id()).header(HttpHeaders.AUTHORIZATION, "Bearer " + token).exchange().expectStatus().isOk());
    }

    static WritingCall.Content form(String number, LocalDate day) {
        var boundary = "part-of-the-letter";
        var out = new ByteArrayOutputStream();
        for (var field : List.of(List.of("number", number), List.of("issuedOn", day.toString()))) {
            out.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + field.getFirst() + "\"\r\n\r\n" + field.getLast() + "\r\n")
                    .getBytes(StandardCharsets.UTF_8));
        }
        out.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"cv.pdf\"\r\nContent-Type: application/pdf\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        out.writeBytes(PDF);
        out.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return new WritingCall.Content("multipart/form-data; boundary=" + boundary, out.toByteArray());
    }

    private static String match(Urgings.Urging letter) {
        return "\"" + letter.version() + "\"";
    }

    private static Urgings.Urging read(RestTestClient.ResponseSpec answer) {
        return Objects.requireNonNull(answer.expectBody(Urgings.Urging.class).returnResult().getResponseBody());
    }
}
