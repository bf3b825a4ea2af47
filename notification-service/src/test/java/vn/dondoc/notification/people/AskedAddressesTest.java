package vn.dondoc.notification.people;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.dondoc.contracts.id.PersonId;

import static org.assertj.core.api.Assertions.assertThat;

class AskedAddressesTest {

    private static final PersonId HA = new PersonId("ha");

    private final AtomicReference<String> asked = new AtomicReference<>("");
    private HttpServer plan;
    private int status = 200;
    private String answer = "[]";

    @BeforeEach
    void starts() throws IOException {
        plan = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        plan.createContext("/api/people/contacts", exchange -> {
            asked.set(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            var body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, body.length);
            try (var out = exchange.getResponseBody()) {
                out.write(body);
            }
        });
        plan.start();
    }

    @AfterEach
    void stops() {
        plan.stop(0);
    }

    @Test
    void an_address_is_asked_for_with_its_reason() {
        answer = "[{\"person\":\"ha\",\"name\":\"Lương Thị Hà\",\"email\":\"ha@xa.example\"}]";
        assertThat(addresses().of(HA)).isEqualTo(new PersonalAddresses.Address.Known("ha@xa.example")).hasToString("•••");
        assertThat(asked.get()).contains("\"ha\"", "\"sending\"");
    }

    @Test
    void who_has_none_or_is_not_known_has_none() {
        assertThat(addresses().of(HA)).isEqualTo(new PersonalAddresses.Address.Unknown());
        answer = "[{\"person\":\"ha\",\"phone\":\"+84912345678\"}]";
        assertThat(addresses().of(HA)).isEqualTo(new PersonalAddresses.Address.Unknown());
    }

    @Test
    void whoever_cannot_say_is_asked_again_later() {
        status = 503;
        assertThat(addresses().of(HA)).isEqualTo(new PersonalAddresses.Address.Away());
        status = 200;
        answer = "no JSON";
        assertThat(addresses().of(HA)).isEqualTo(new PersonalAddresses.Address.Away());
        plan.stop(0);
        assertThat(addresses().of(HA)).isEqualTo(new PersonalAddresses.Address.Away());
    }

    private PersonalAddresses addresses() {
        return new AskedAddresses(new HomeOfPeople(PeopleConfiguration.client("http://127.0.0.1:" + plan.getAddress().getPort()).build()));
    }
}
