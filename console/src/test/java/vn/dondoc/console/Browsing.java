package vn.dondoc.console;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Chromium before a console whose services all have something to answer. */
final class Browsing {

    private Browsing() {}

    /** Tests are left out where there is no Chromium. */
    static Playwright playwright() {
        assumeTrue(chromium().isPresent(), "no Chromium on PATH");
        return Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    }

    static Browser launched(Playwright playwright) {
        return playwright.chromium().launch(new BrowserType.LaunchOptions()
                .setExecutablePath(chromium().orElseThrow())
                .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync")));
    }

    static void everythingAnswers() {
        Console.SERVICES.forget();
        Samples.everything(Console.SERVICES, Samples.standing());
        DeskPagesTest.answers(Console.SERVICES);
        DeliveryPagesTest.answers(Console.SERVICES);
        AuditPagesTest.answers(Console.SERVICES);
        LifeSamples.answers(Console.SERVICES);
        TimekeepingPagesTest.answers(Console.SERVICES);
        OrganisationPagesTest.answers(Console.SERVICES);
        PeoplePagesTest.answers(Console.SERVICES);
        ActSamples.answers(Console.SERVICES);
        UrgingSamples.answers(Console.SERVICES);
        ConsolidationSamples.answers(Console.SERVICES);
        RankingSamples.answers(Console.SERVICES);
    }

    static Page signIn(Page page) {
        page.navigate(Console.url() + "/sign-in");
        page.fill("#account", "xa1.thuongtruc");
        page.fill("#password", Console.PASSWORD);
        page.locator("form[action='/sign-in'] button").click();
        assertThat(page.locator("h1")).hasText("Việc của tôi");
        return page;
    }

    private static Optional<Path> chromium() {
        var folders = System.getenv().getOrDefault("PATH", "").split(File.pathSeparator);
        return Stream.of("chromium", "chromium-browser", "google-chrome")
                .flatMap(name -> Stream.of(folders).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
