package vn.dondoc.reporting;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.api.Consolidations;
import vn.dondoc.contracts.id.RuleId;
import vn.dondoc.testing.WritingCall;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Consolidations for tests that only need one of some kind. */
final class ConsolidationSpots {

    private final ServiceTest test;

    ConsolidationSpots(ServiceTest test) {
        this.test = test;
    }

    /** @param leader signs it; null where it stays open */
    String opened(RuleId rule, String period, String writer, @Nullable String leader) {
        var made = test.post("/api/reports/consolidations", writer, new Consolidations.Wanted(rule, period));
        if (made.status() != 200) {
            throw new AssertionError(made.toString());
        }
        var id = made.json().path("summary").path("id").asString();
        if (leader != null) {
            var signed = test.post("/api/reports/consolidations/" + id + "/signing", leader, new Consolidations.SignOff(null), "If-Match", made.tag());
            if (signed.status() != 200) {
                throw new AssertionError(signed.toString());
            }
        }
        return id;
    }

    void issue(String id, String writer) {
        var content = copy("05/BC-UBND");
        var sent = test.request("/api/reports/consolidations/" + id + "/issue", writer).header("Content-Type", content.type())
                .header("If-Match", "\"" + version(id, writer) + "\"").POST(HttpRequest.BodyPublishers.ofByteArray(content.bytes())).build();
        try {
            var answer = test.http.send(sent, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new AssertionError(answer.body());
            }
        } catch (IOException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }

    long version(String id, String reader) {
        return test.get("/api/reports/consolidations/" + id, reader).json().path("version").asLong();
    }

    long sectionVersion(String id, String reader) {
        return test.get("/api/reports/consolidations/" + id, reader).json().path("sections").get(0).path("version").asLong();
    }

    /** A signed copy with its number, of the first day of the tests. */
    static WritingCall.Content copy(String number) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(("--grenze\r\nContent-Disposition: form-data; name=\"number\"\r\n\r\n" + number + "\r\n"
                + "--grenze\r\nContent-Disposition: form-data; name=\"issuedOn\"\r\n\r\n" + ServiceTest.MARCH_2 + "\r\n"
                + "--grenze\r\nContent-Disposition: form-data; name=\"file\"; filename=\"ban-ky.png\"\r\nContent-Type: image/png\r\n\r\n").getBytes(UTF_8));
        bytes.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A, 1});
        bytes.writeBytes("\r\n--grenze--\r\n".getBytes(UTF_8));
        return new WritingCall.Content("multipart/form-data; boundary=grenze", bytes.toByteArray());
    }
}
