package vn.dondoc.console;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Walks of somebody who is signed in, each in a browser window of its own that remembers what the pages complain of. */
abstract class BrowserWalk extends InChromium {

    final List<String> complaints = new ArrayList<>();
    BrowserContext context;

    @BeforeEach
    void services() {
        Browsing.everythingAnswers();
    }

    @AfterEach
    void leave() {
        context.close();
    }

    Page signedIn(int width) {
        context = browser.newContext(new Browser.NewContextOptions().setViewportSize(width, 800).setLocale("vi-VN"));
        var page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        Browsing.signIn(page);
        complaints.clear();
        return page;
    }

    Page signedInWithoutScripts(Browser.NewContextOptions options) {
        context = browser.newContext(options.setJavaScriptEnabled(false));
        return Browsing.signIn(context.newPage());
    }

    /** For people to look at, where a folder for pictures is named. */
    void picture(Page page, String name) {
        var folder = System.getProperty("dondoc.pictures");
        if (folder != null) {
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(folder, name + ".png")).setFullPage(true));
            // Taking it puts a style into the page, which its policy refuses
            complaints.clear();
        }
    }
}
