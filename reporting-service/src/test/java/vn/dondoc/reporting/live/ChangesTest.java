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
import vn.dondoc.contracts.event.PositionState;
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
    void anOpenDashboardEndsWithTheRightToSeeIt() throws Exception {
        try (var mine = stream(standing()); var leaders = stream(province.token("xa1", Role.COMMUNE_LEADER))) {
            var seenMine = lines(mine);
            var seenLeaders = lines(leaders);
            soon().until(() -> seenMine.contains(":open") && seenLeaders.contains(":open"));
            var post = province.positions().stream().filter(one -> one.id().equals(province.positionId("xa1.vhxh", Role.COMMUNE_STANDING))).findFirst().orElseThrow();
            topics.organisation(List.of(), List.of(new PositionState(post.id(), post.unit(), post.title(), post.role(), null, null)), List.of());
            soon().until(() -> seenMine.contains("ended"));

            task("t2", "kh", "xa1", TimeClass.IN_TIME, 1, "xa1.kinhte");

            soon().until(() -> tells(seenLeaders, "xa1"));
            assertThat(seenMine).noneMatch(line -> line.startsWith("data:"));
            assertThat(seenLeaders).doesNotContain("ended");
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
                seen.add("ended");
            } catch (IOException | java.io.UncheckedIOException closed) {
                seen.add("closed");
            }
        });
        return seen;
    }
}
