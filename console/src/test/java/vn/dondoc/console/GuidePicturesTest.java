package vn.dondoc.console;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The pictures of the guide and of the README: taken from the pages as they are, and with {@code -Ddondoc.update=true} put where they are shown. */
class GuidePicturesTest {

    private static final int DESK = 1280;
    private static final int PHONE = 360;
    private static final String WHOLE = "";
    private static final List<Picture> PICTURES = List.of(
            new Picture("my-work-360", "/", PHONE, "body"), new Picture("task-progress-360", "/tasks/t-1?do=progress", PHONE, "body"),
            new Picture("dashboard-province", "/dashboard/province", DESK, WHOLE), new Picture("draft", "/plans/drafts/d-1", DESK, ".review-cols"),
            new Picture("tasks", "/tasks", DESK, "body"), new Picture("report", "/reports/b-11", DESK, "body"),
            new Picture("consolidation", "/reports/consolidations/th-1", DESK, "body"), new Picture("reminder-rules", "/settings/c1", DESK, "body"));
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path SHOWN = ROOT.resolve("docs/images");

    /** @param from what a screen shows from there on, by selector; {@link #WHOLE} for all of the page */
    private record Picture(String name, String path, int width, String from) {

        Path in(Path folder) {
            return folder.resolve(name + ".png");
        }
    }

    @Test
    void eachIsTakenFromAPageThatIsThereAndShown() throws IOException {
        var folder = Boolean.getBoolean("dondoc.update") ? SHOWN : Files.createDirectories(Path.of("target/guide"));
        try (var playwright = Browsing.playwright(); var browser = Browsing.launched(playwright)) {
            Browsing.everythingAnswers();
            for (var width : List.of(DESK, PHONE)) {
                var page = signedIn(browser, width);
                for (var picture : PICTURES) {
                    if (picture.width() == width) {
                        taken(page, picture, folder);
                    }
                }
            }
        }
        var shown = Stream.concat(images(ROOT.resolve("docs/huong-dan.md")), images(ROOT.resolve("README.md"))).distinct().sorted().toList();
        assertThat(shown).isEqualTo(PICTURES.stream().map(picture -> picture.name() + ".png").sorted().toList());
        assertThat(PICTURES).allSatisfy(picture -> assertThat(picture.in(SHOWN)).exists());
    }

    private static void taken(Page page, Picture picture, Path folder) {
        var answer = page.navigate(Console.url() + picture.path());
        assertThat(answer.status()).as(picture.path()).isEqualTo(200);
        assertThat(page.locator("h1").first().innerText()).as(picture.path()).isNotBlank();
        if (!picture.from().equals(WHOLE)) {
            page.locator(picture.from()).first().evaluate("part => part.scrollIntoView()");
        }
        page.screenshot(new Page.ScreenshotOptions().setPath(picture.in(folder)).setFullPage(picture.from().equals(WHOLE)));
        assertThat(picture.in(folder)).isNotEmptyFile();
    }

    private static Page signedIn(Browser browser, int width) {
        return Browsing.signIn(browser.newContext(new Browser.NewContextOptions().setViewportSize(width, 800).setLocale("vi-VN")).newPage());
    }

    private static Stream<String> images(Path page) throws IOException {
        return Pattern.compile("images/([\\w-]+\\.png)").matcher(Files.readString(page)).results().map(found -> found.group(1));
    }
}
