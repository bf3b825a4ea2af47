package vn.dondoc.notification;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.api.People;
import vn.dondoc.contracts.event.EventJson;

/** A server in the place of the home of people and of a gateway for short messages, which fails as such gateways do. */
final class TestDoors {

    /** What arrived at the gateway. */
    record Message(String authorization, String type, String to, String text) {}

    enum Mood { GOOD, ERROR_IN_200, TOO_MANY, BROKEN, SLOW }

    final List<Message> messages = new CopyOnWriteArrayList<>();
    final List<String> asked = new CopyOnWriteArrayList<>();
    volatile Mood mood = Mood.GOOD;

    private final Map<String, Map<String, String>> contacts = new ConcurrentHashMap<>();
    private final Map<String, People.InvitationLink> links = new ConcurrentHashMap<>();
    private final CountDownLatch never = new CountDownLatch(1);
    private final HttpServer server;

    TestDoors() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        server.createContext("/api/people/contacts", this::contacts);
        server.createContext("/api/people/invitations/", this::link);
        server.createContext("/gateway", this::gateway);
        server.setExecutor(Thread::startVirtualThread);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void contact(String person, @Nullable String phone, @Nullable String email) {
        var contact = new ConcurrentHashMap<>(Map.of("person", person, "name", "Ai Đó"));
        if (phone != null) {
            contact.put("phone", phone);
        }
        if (email != null) {
            contact.put("email", email);
        }
        contacts.put(person, contact);
    }

    void link(String invitation, String secret, @Nullable String phone, @Nullable String email) {
        links.put(invitation, new People.InvitationLink(secret, "Ai Đó", phone, email, Instant.parse("2031-01-08T00:00:00Z")));
    }

    private void link(HttpExchange exchange) throws IOException {
        try (exchange) {
            var link = links.get(exchange.getRequestURI().getPath().split("/")[4]);
            answer(exchange, link == null ? 410 : 201, link == null ? "{}" : EventJson.mapper().writeValueAsString(link));
        }
    }

    private void contacts(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            asked.add(exchange.getRequestHeaders().getFirst("Authorization") + " " + body);
            var people = EventJson.mapper().readTree(body).get("people");
            var found = people.valueStream().map(person -> contacts.get(person.stringValue())).filter(java.util.Objects::nonNull).toList();
            answer(exchange, 200, EventJson.mapper().writeValueAsString(found));
        }
    }

    private void gateway(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = EventJson.mapper().readTree(exchange.getRequestBody().readAllBytes());
            messages.add(new Message(exchange.getRequestHeaders().getFirst("Authorization"), exchange.getRequestHeaders().getFirst("Content-Type"),
                    body.get("to").stringValue(), body.get("text").stringValue()));
            switch (mood) {
                case GOOD -> answer(exchange, 200, "{\"CodeResult\":\"100\",\"SMSID\":\"1\"}");
                case ERROR_IN_200 -> answer(exchange, 200, "{\"CodeResult\":\"104\",\"ErrorMessage\":\"Brandname is not active\"}");
                case TOO_MANY -> answer(exchange, 429, "slow down");
                case BROKEN -> answer(exchange, 502, "<html>Bad gateway</html>");
                case SLOW -> {
                    await();
                    answer(exchange, 200, "{\"CodeResult\":\"100\"}");
                }
            }
        }
    }

    private void await() {
        try {
            never.await(2, TimeUnit.SECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
