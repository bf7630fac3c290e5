package dev.clave.example.office.browser;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import dev.clave.spi.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Where one test takes place: its visitors, each with a browser that knows nothing of the others. */
final class Stage {
    private final Browsers browsers;
    private final String origin;
    private final Function<Language, Words> words;
    private final List<Visitor> visitors = new ArrayList<>();

    Stage(Browsers browsers, String origin, Function<Language, Words> words) {
        this.browsers = browsers;
        this.origin = origin;
        this.words = words;
    }

    Visitor visitor(Look look) {
        return visitor(look, options -> options);
    }

    Visitor visitor(Look look, UnaryOperator<NewContextOptions> change) {
        BrowserContext context = browsers.context(change.apply(look.options().setBaseURL(origin)));
        Visitor visitor = new Visitor(look, context, new Watch(context, origin), words.apply(look.language()));
        visitors.add(visitor);
        return visitor;
    }

    /** What went on behind the pages that should not. */
    List<String> complaints() {
        return visitors.stream()
                .flatMap(visitor -> visitor.watch().complaints().stream())
                .toList();
    }

    /** Pictures of all that is open, for whoever asks why a test failed. */
    void picture(String name) {
        int number = 1;
        for (Visitor visitor : visitors) {
            for (Page page : visitor.context().pages()) {
                page.screenshot(new Page.ScreenshotOptions()
                        .setPath(Inspection.PICTURES.resolve("failed-" + name + "-" + number + ".png"))
                        .setFullPage(true));
                number++;
            }
        }
    }

    void close() {
        visitors.forEach(Visitor::close);
        visitors.clear();
    }
}
