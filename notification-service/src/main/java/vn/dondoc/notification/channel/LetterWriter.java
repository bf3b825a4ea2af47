package vn.dondoc.notification.channel;

import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;
import vn.dondoc.contracts.event.PositionState;
import vn.dondoc.notification.message.Notification;
import vn.dondoc.notification.message.Texts;
import vn.dondoc.notification.obligation.PlanTitles;
import vn.dondoc.notification.rule.Urgency;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.platform.problem.ProblemConfiguration;

/** Writes the letter of a message to a position, in Vietnamese, as text and as HTML. */
@Component
class LetterWriter {

    private static final int LONGEST_SUBJECT = 160;
    private static final Locale LANGUAGE = ProblemConfiguration.VIETNAMESE;
    private static final String HTML = """
            <!DOCTYPE html>
            <html lang="vi"><head><meta charset="utf-8"></head>
            <body style="font-family:Arial,sans-serif;font-size:16px;line-height:1.5;color:#1a1a1a;max-width:40em">
            <p>%s</p>
            <p style="border-left:4px solid %s;padding-left:12px">%s</p>
            %s<p><a href="%s">%s</a></p>
            <p style="color:#595959;font-size:13px">%s</p>
            </body></html>
            """;

    private final Texts texts;
    private final PlanTitles plans;
    private final Directory directory;
    private final NotificationProperties properties;

    LetterWriter(Texts texts, PlanTitles plans, Directory directory, NotificationProperties properties) {
        this.texts = texts;
        this.plans = plans;
        this.directory = directory;
        this.properties = properties;
    }

    /** @param id of the delivery */
    Letter write(String id, Notification message, PositionState to, String mailbox) {
        var subject = shortened(texts.word("letter.subject", LANGUAGE, texts.subject(message, LANGUAGE)));
        var greeting = texts.word("letter.to", LANGUAGE, to.title(), directory.nameOf(to.unit()));
        var said = texts.text(message, LANGUAGE);
        var word = plans.isDirective(message.about().plan()) ? "letter.directive" : "letter.plan";
        var plan = plans.of(message.about().plan()).map(title -> texts.word(word, LANGUAGE, title)).orElse("");
        var link = properties.link(message.cause().link());
        var follow = texts.word("letter.link", LANGUAGE);
        var footer = texts.word("letter.footer", LANGUAGE);
        var text = "%s%n%n%s%n%s%n%s: %s%n%n--%n%s%n".formatted(greeting, said, plan.isEmpty() ? "" : plan + "\n", follow, link, footer);
        var urgent = message.urgency() == Urgency.CRITICAL;
        var html = HTML.formatted(
                escaped(greeting), urgent ? "#B00020" : "#12436D", escaped(said), plan.isEmpty() ? "" : "<p>" + escaped(plan) + "</p>\n",
                escaped(link), escaped(follow), escaped(footer));
        return new Letter(id, mailbox, subject, text, html, urgent);
    }

    /** One line whatever the title holds. */
    static String shortened(String subject) {
        var line = subject.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        if (line.codePointCount(0, line.length()) <= LONGEST_SUBJECT) {
            return line;
        }
        return line.substring(0, line.offsetByCodePoints(0, LONGEST_SUBJECT - 1)).stripTrailing() + "…";
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
