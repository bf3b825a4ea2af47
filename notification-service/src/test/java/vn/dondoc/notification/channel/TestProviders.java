package vn.dondoc.notification.channel;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Zalo and a receiver of webhooks as they behave: refresh tokens of one use, errors in a 200, too many, slow ones. */
final class TestProviders implements AutoCloseable {

    /** What arrived where messages are posted. */
    record Posted(Map<String, String> headers, String body) {}

    final List<Posted> posted = new CopyOnWriteArrayList<>();
    /** Answers to come, status and body; afterwards good ones. */
    final List<Map.Entry<Integer, String>> next = new ArrayList<>();
    final AtomicInteger renewals = new AtomicInteger();
    volatile String refresh = "refresh-0";
    volatile String access = "access-0";
    volatile boolean slow;
    /** Bodies of messages without a template. */
    final List<String> written = new CopyOnWriteArrayList<>();
    final AtomicInteger lists = new AtomicInteger();
    volatile int errorOfMessages;
    private final Map<String, String> followers = new ConcurrentHashMap<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final HttpServer server;

    TestProviders() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/token", this::token);
        server.createContext("/send", this::send);
        server.createContext("/oa/user/getlist", this::list);
        server.createContext("/oa/user/detail", this::detail);
        server.createContext("/oa/message/cs", this::message);
        server.setExecutor(Thread::startVirtualThread);
        server.start();
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /** Follows the account, shared that number with it, and wrote to it on that day. */
    void follower(String user, String phone, LocalDate lastDay) {
        followers.put(user, "{\"error\":0,\"message\":\"Success\",\"data\":{\"user_id\":\"" + user + "\",\"user_is_follower\":true,\"user_last_interaction_date\":\""
                + DateTimeFormatter.ofPattern("dd/MM/yyyy").format(lastDay) + "\",\"shared_info\":{\"phone\":\"" + phone + "\",\"name\":\"X\"}}}");
    }

    private void list(HttpExchange exchange) throws IOException {
        try (exchange) {
            lists.incrementAndGet();
            var users = followers.keySet().stream().map(user -> "{\"user_id\":\"" + user + "\"}").collect(Collectors.joining(","));
            answer(exchange, 200, "{\"error\":0,\"data\":{\"total\":" + followers.size() + ",\"users\":[" + users + "]}}");
        }
    }

    private void detail(HttpExchange exchange) throws IOException {
        try (exchange) {
            var asked = URLDecoder.decode(exchange.getRequestURI().getRawQuery(), StandardCharsets.UTF_8);
            answer(exchange, 200, followers.entrySet().stream().filter(one -> asked.contains("\"" + one.getKey() + "\"")).map(Map.Entry::getValue).findFirst()
                    .orElse("{\"error\":-201,\"message\":\"user_id is invalid\"}"));
        }
    }

    private void message(HttpExchange exchange) throws IOException {
        try (exchange) {
            written.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            answer(exchange, 200, "{\"error\":" + errorOfMessages + ",\"message\":\"…\"}");
        }
    }

    synchronized void answers(int status, String body) {
        next.add(Map.entry(status, body));
    }

    private synchronized void token(HttpExchange exchange) throws IOException {
        try (exchange) {
            var form = Stream.of(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8).split("&")).map(pair -> pair.split("=", 2))
                    .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
            if (!refresh.equals(form.get("refresh_token")) || !"secret-of-the-app".equals(exchange.getRequestHeaders().getFirst("secret_key"))) {
                answer(exchange, 200, "{\"error\":-14014,\"error_name\":\"Invalid refresh token\"}");
                return;
            }
            var number = renewals.incrementAndGet();
            refresh = "refresh-" + number;
            access = "access-" + number;
            answer(exchange, 200, "{\"access_token\":\"" + access + "\",\"refresh_token\":\"" + refresh + "\",\"expires_in\":\"90000\"}");
        }
    }

    private void send(HttpExchange exchange) throws IOException {
        try (exchange) {
            var headers = exchange.getRequestHeaders().entrySet().stream()
                    .collect(Collectors.toMap(header -> header.getKey().toLowerCase(java.util.Locale.ROOT), header -> header.getValue().getFirst()));
            posted.add(new Posted(headers, new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            if (slow) {
                closing.await(2, TimeUnit.SECONDS);
            }
            synchronized (this) {
                if (!next.isEmpty()) {
                    var scripted = next.removeFirst();
                    answer(exchange, scripted.getKey(), scripted.getValue());
                } else if (headers.containsKey("access_token") && !access.equals(headers.get("access_token"))) {
                    answer(exchange, 200, "{\"error\":-216,\"message\":\"Access token has expired\"}");
                } else {
                    answer(exchange, 200, "{\"error\":0,\"message\":\"Success\",\"data\":{\"msg_id\":\"m1\"}}");
                }
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        if (status == 429) {
            exchange.getResponseHeaders().add("Retry-After", "7");
        }
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
    }
}
