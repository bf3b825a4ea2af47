package vn.dondoc.notification.channel;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;
import vn.dondoc.notification.message.Notification;
import vn.dondoc.notification.message.Texts;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.platform.problem.ProblemConfiguration;

/** Writes the one letter of a day: most urgent first, the first fifty whole, of the others how many there are and where they stand. */
@Component
class DigestWriter {

    static final int WHOLE = 50;
    private static final Locale LANGUAGE = ProblemConfiguration.VIETNAMESE;
    private static final String PLACE = "/inbox";
    private static final String CHOICES = "/inbox/preferences";
    private static final String HTML = """
            <!DOCTYPE html>
            <html lang="vi"><head><meta charset="utf-8"></head>
            <body style="font-family:Arial,sans-serif;font-size:16px;line-height:1.5;color:#1a1a1a;max-width:44em">
            <p>%s</p>
            <p>%s</p>
            %s%s<p><a href="%s">%s</a></p>
            <p style="color:#595959;font-size:13px">%s</p>
            </body></html>
            """;

    private final Texts texts;
    private final Directory directory;
    private final NotificationProperties properties;

    DigestWriter(Texts texts, Directory directory, NotificationProperties properties) {
        this.texts = texts;
        this.directory = directory;
        this.properties = properties;
    }

    Letter write(Parcel parcel) {
        var ordered = parcel.messages().stream().sorted(DigestGroup.ORDER).toList();
        var groups = grouped(ordered);
        var whole = ordered.subList(0, Math.min(WHOLE, ordered.size()));
        var rest = grouped(ordered.subList(whole.size(), ordered.size()));
        var counts = counts(groups);
        var subject = word("letter.subject", word("digest.subject", ordered.size(), counts));
        var greeting = word("letter.to", parcel.to().title(), directory.nameOf(parcel.to().unit()));
        var intro = word("digest.intro", ordered.size(), counts);
        var more = rest.isEmpty() ? "" : word("digest.more", ordered.size() - whole.size(), counts(rest));
        var link = properties.link(PLACE);
        var follow = word("digest.link");
        var footer = word("digest.footer", properties.link(CHOICES));
        var text = new StringBuilder(greeting).append("\n\n").append(intro).append('\n');
        var html = new StringBuilder();
        grouped(whole).forEach((group, messages) -> part(group, Objects.requireNonNull(groups.get(group)).size(), messages, text, html));
        text.append(more.isEmpty() ? "" : "\n" + more + "\n").append('\n').append(follow).append(": ").append(link).append("\n\n--\n").append(footer).append('\n');
        return new Letter(
                parcel.id(), parcel.address(), LetterWriter.shortened(subject), text.toString(),
                HTML.formatted(escaped(greeting), escaped(intro), html, more.isEmpty() ? "" : "<p>" + escaped(more) + "</p>\n", escaped(link), escaped(follow), escaped(footer)),
                false);
    }

    private void part(DigestGroup group, int inAll, List<Notification> messages, StringBuilder text, StringBuilder html) {
        var heading = word(group.key()) + " (" + inAll + ")";
        text.append('\n').append(heading).append('\n');
        html.append("<h2 style=\"font-size:18px;margin-bottom:4px\">").append(escaped(heading)).append("</h2>\n<ol style=\"padding-left:1.4em\">\n");
        for (var message : messages) {
            var subject = texts.subject(message, LANGUAGE);
            var link = properties.link(message.cause().link());
            text.append("- ").append(subject).append("\n  ").append(link).append('\n');
            html.append("<li style=\"margin-bottom:6px\"><a href=\"").append(escaped(link)).append("\">").append(escaped(subject)).append("</a></li>\n");
        }
        html.append("</ol>\n");
    }

    private static EnumMap<DigestGroup, List<Notification>> grouped(List<Notification> messages) {
        return messages.stream().collect(Collectors.groupingBy(
                message -> DigestGroup.of(message.cause().occasion()), () -> new EnumMap<>(DigestGroup.class), Collectors.toList()));
    }

    private String counts(EnumMap<DigestGroup, List<Notification>> groups) {
        return groups.entrySet().stream().map(group -> word(group.getKey().key() + ".count", group.getValue().size())).collect(Collectors.joining(", "));
    }

    private String word(String key, Object... arguments) {
        return texts.word(key, LANGUAGE, arguments);
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
