package vn.dondoc.reporting.live;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.event.TimeClass;
import vn.dondoc.reporting.ServiceTest;

import static org.assertj.core.api.Assertions.assertThat;

class ChangesTest extends ServiceTest {

    @Test
    void anOpenDashboardIsToldOfItsCommunesOnly() throws Exception {
        try (var mine = stream(standing()); var theirs = stream(province.token("xa2.vhxh", Role.COMMUNE_STANDING));
                var whole = stream(provinceStanding())) {
            var seenMine = lines(mine);
            var seenTheirs = lines(theirs);
            var seenWhole = lines(whole);
            soon().until(() -> seenMine.contains(":open") && seenTheirs.contains(":open") && seenWhole.contains(":open"));

            task("t1", "kh", "xa1", TimeClass.IN_TIME, 1, "xa1.kinhte");

            soon().until(() -> tells(seenMine, "xa1") && tells(seenWhole, "xa1"));
            soon().until(() -> seenTheirs.contains(":here"));
            assertThat(seenMine).contains("event:changed");
            assertThat(seenTheirs).noneMatch(line -> line.startsWith("data:"));
        }
    }

    @Test
    void withoutATokenThereIsNoStream() {
        assertThat(get("/api/dashboards/changes", null).status()).isEqualTo(401);
    }

    private boolean tells(List<String> seen, String commune) {
        return seen.stream().anyMatch(line -> line.startsWith("data:{\"commune\":\"" + unit(commune) + "\",\"asOf\":\"2026-03-02T02:"));
    }

    private InputStream stream(String token) throws IOException, InterruptedException {
        var answer = http.send(request("/api/dashboards/changes", token).GET().build(), HttpResponse.BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
        return answer.body();
    }

    private static List<String> lines(InputStream stream) {
        var seen = new CopyOnWriteArrayList<String>();
        Thread.ofVirtual().start(() -> {
            try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                reader.lines().forEach(seen::add);
            } catch (IOException | java.io.UncheckedIOException closed) {
                seen.add("closed");
            }
        });
        return seen;
    }
}
