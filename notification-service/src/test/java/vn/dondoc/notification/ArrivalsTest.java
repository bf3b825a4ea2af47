package vn.dondoc.notification;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.event.TaskEvent;

import static org.assertj.core.api.Assertions.assertThat;

class ArrivalsTest extends ServiceTest {

    @Test
    void an_open_page_is_told_of_what_arrives_for_its_position_and_of_nothing_else() throws Exception {
        var told = new LinkedBlockingQueue<String>();
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/notifications/changes"))
                    .header("Authorization", "Bearer " + PROVINCE.token("xa2.kinhte", Role.OFFICER)).build(), HttpResponse.BodyHandlers.ofInputStream());
            assertThat(answer.statusCode()).isEqualTo(200);
            var reading = Thread.startVirtualThread(() -> new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8)).lines()
                    .filter(line -> line.startsWith("data:") || line.startsWith(":open")).forEach(told::add));
            assertThat(told.poll(LIMIT.toSeconds(), TimeUnit.SECONDS)).isEqualTo(":open");
            happens(new TaskEvent.TaskAssigned(owed.task("nt-live-other", today().plusDays(30), "xa1.congan")), 1);
            happens(new TaskEvent.TaskAssigned(owed.task("nt-live", today().plusDays(30), "xa2.kinhte")), 1);
            assertThat(told.poll(LIMIT.toSeconds(), TimeUnit.SECONDS))
                    .isEqualTo("data:{\"recipient\":\"" + PROVINCE.positionId("xa2.kinhte", Role.OFFICER) + "\"}");
            answer.body().close();
            assertThat(reading.join(LIMIT)).isTrue();
        }
    }
}
