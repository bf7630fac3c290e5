package dev.clave.example.office.web;

import dev.clave.example.office.web.Claims.Claim;
import dev.clave.example.office.web.Claims.Receipt;
import dev.clave.spring.security.SignatureAuthority;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The procedure that signs a text: write it, read it, sign it, keep the receipt. */
@Controller
class ClaimController {
    private static final int LONGEST = 4_000;
    private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd-MM-yyyy HH:mm:ss xxx", Locale.ROOT);

    private final Claims claims;

    ClaimController(Claims claims) {
        this.claims = claims;
    }

    @GetMapping("/claim")
    String form() {
        return "claim";
    }

    @PostMapping("/claim")
    String write(@RequestParam(name = "words", defaultValue = "") String words, Authentication writer, Model model) {
        String text = words.strip().replace("\r\n", "\n");
        if (text.isEmpty() || text.length() > LONGEST || !isWhole(text)) {
            model.addAttribute("words", words);
            model.addAttribute("problem", text.isEmpty() ? "claim.empty" : "claim.unfit");
            return "claim";
        }
        return claims.write(writer.getName(), text)
                .map(claim -> "redirect:/claim/" + claim.id())
                .orElseGet(() -> {
                    model.addAttribute("words", words);
                    model.addAttribute("problem", "claim.many");
                    return "claim";
                });
    }

    /** Nothing in it that is not seen, or that turns around what is: what was read is what is signed. */
    private static boolean isWhole(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text)
                && text.codePoints().noneMatch(ClaimController::isUnseen);
    }

    private static boolean isUnseen(int character) {
        return (Character.isISOControl(character) && character != '\n' && character != '\t')
                || (character >= 0x202A && character <= 0x202E)
                || (character >= 0x2066 && character <= 0x2069);
    }

    @GetMapping("/claim/{id}")
    String read(@PathVariable("id") String id, Authentication reader, Model model) {
        Claim claim = claims.claim(id, reader).orElseThrow(ClaimController::none);
        model.addAttribute("claim", claim);
        claim.receipt().ifPresent(receipt -> {
            model.addAttribute("receipt", receipt);
            model.addAttribute("signedAt", TIME.format(receipt.at().atZone(MADRID)));
        });
        return claim.receipt().isPresent() ? "claim-filed" : "claim-read";
    }

    /** Whoever comes here has signed this very text. */
    @GetMapping("/claim/{id}/filed")
    String file(@PathVariable("id") String id, Authentication writer) {
        Claim claim = claims.claim(id, writer).orElseThrow(ClaimController::none);
        if (claim.receipt().isEmpty()) {
            claims.file(claim, signatureOf(claim, writer));
        }
        return "redirect:/claim/" + id;
    }

    private static Receipt signatureOf(Claim claim, Authentication writer) {
        return writer.getAuthorities().stream()
                .filter(SignatureAuthority.class::isInstance)
                .map(SignatureAuthority.class::cast)
                .filter(signature -> signature.isOf(claim.signable()))
                .map(signature -> new Receipt(signature.digest(), signature.at()))
                .findFirst()
                .orElseThrow(ClaimController::none);
    }

    private static ResponseStatusException none() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
