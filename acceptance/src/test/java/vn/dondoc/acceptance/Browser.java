package vn.dondoc.acceptance;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Debian's Chromium, one context for each person. */
final class Browser implements AutoCloseable {

    private static final List<String> OPTIONS = List.of(
            "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync",
            "--disable-dev-shm-usage");
    private static final int PATIENCE = 30_000;

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;
    private final String origin;

    Browser(String origin) {
        this.origin = origin;
        this.playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        this.chromium = playwright.chromium().launch(new BrowserType.LaunchOptions()
                .setExecutablePath(Path.of("/usr/bin/chromium"))
                .setArgs(OPTIONS));
    }

    /** A page of somebody who has not signed in, in a window of that width. */
    Page visitor(int width) {
        BrowserContext context = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setBaseURL(origin).setLocale("vi-VN").setViewportSize(width, 900));
        context.setDefaultTimeout(PATIENCE);
        context.setDefaultNavigationTimeout(PATIENCE);
        return context.newPage();
    }

    /** A page of somebody who has signed in, in a window of that width. */
    Page signedIn(String account, String password, int width) {
        var page = visitor(width);
        page.navigate("/sign-in");
        page.fill("#account", account);
        page.fill("#password", password);
        page.click("form[action$='/sign-in'] button");
        page.waitForURL(url -> !url.contains("/sign-in"));
        return page;
    }

    /** Keeps a picture for who reads the test's results. */
    static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "screenshots", name + ".png"))
                .setFullPage(true));
    }

    @Override
    public void close() {
        playwright.close();
    }
}
