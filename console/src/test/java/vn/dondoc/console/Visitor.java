package vn.dondoc.console;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Somebody with a browser: keeps cookies, and sends the CSRF token of the page it saw last. */
final class Visitor {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();
    private String csrf = "";

    static Visitor signedIn(String account) {
        var visitor = new Visitor();
        visitor.get("/sign-in");
        visitor.post("/sign-in", "account", account, "password", Console.PASSWORD);
        visitor.get("/plans/import");
        return visitor;
    }

    HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    /** @param fields names and values in turn */
    HttpResponse<String> post(String path, String... fields) {
        return send(request(path).header("Content-Type", "application/x-www-form-urlencoded").POST(form(fields)));
    }

    /** The same by a script. */
    HttpResponse<String> hx(String path, String... fields) {
        return send(request(path).header("HX-Request", "true").header("Content-Type", "application/x-www-form-urlencoded").POST(form(fields)));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            var token = CSRF.matcher(answer.body());
            if (token.find()) {
                csrf = token.group(1);
            }
            return answer;
        } catch (IOException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }

    HttpRequest.Builder request(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(Console.url() + path)).header("Accept", "text/html,*/*;q=0.8");
        return headers.length == 0 ? request : request.headers(headers);
    }

    String csrf() {
        return csrf;
    }

    void forgetCsrf() {
        csrf = "";
    }

    String session() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("dondoc-session"))
                .map(java.net.HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    private HttpRequest.BodyPublisher form(String... fields) {
        var body = new StringBuilder();
        for (var i = 0; i + 1 < fields.length; i += 2) {
            body.append(fields[i]).append('=').append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8)).append('&');
        }
        return HttpRequest.BodyPublishers.ofString(body + "_csrf=" + URLEncoder.encode(csrf, StandardCharsets.UTF_8));
    }
}
