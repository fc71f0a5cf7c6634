package org.histogrid.dataset;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the name of a file or of a tensor tells of the hook point: `blocks.12.hook_resid_post`,
/// `model.layers.12.mlp`, `hidden_states_16`, `answer_last_1_token_layer_32`.
///
/// @param site       where in the layer, empty where the name does not say
/// @param layer      the index as written, negative ones too
/// @param convention how such names count layers, empty where it is not known
/// @param token      which token, empty where the name does not say
/// @param start      where the layer's number begins in the name, or -1
/// @param end        where it ends
record HookName(String site, OptionalInt layer, String convention, String token, int start, int end) {

    private static final Pattern TRANSFORMER_LENS =
            Pattern.compile("blocks\\.(\\d{1,4})\\.([a-z0-9_.]*?)hook_([a-z0-9_]+)");
    private static final Pattern MODULE =
            Pattern.compile("(?:model\\.|transformer\\.|gpt_neox\\.)?(?:layers|h)\\.(\\d{1,4})((?:\\.[a-z_0-9]+)*)");
    private static final Pattern HIDDEN = Pattern.compile("hidden(?:_?states?)?[_.-]?(-?\\d{1,4})");
    private static final Pattern LAYER = Pattern.compile("(?<![a-z])(?:layers?|lyr|block)[_.-]?(-?\\d{1,4})(?!\\d)");
    private static final Pattern SHORT = Pattern.compile("(?:^|[^a-z0-9])l(-?\\d{1,3})(?![a-z0-9])");
    private static final Pattern BARE = Pattern.compile("^-?\\d{1,4}$");

    private static final List<Token> TOKENS = List.of(
            new Token(Pattern.compile("last(?:_\\d+)?_tok(?:en)?|tok(?:en)?_last|last_tok|emb_last"), "last"),
            new Token(Pattern.compile("first_tok(?:en)?"), "first"),
            new Token(Pattern.compile("(?<![a-z])(?:average|avg|mean)(?![a-z])"), "mean"),
            new Token(Pattern.compile("(?<![a-z])max(?![a-z])"), "max"));

    private record Token(Pattern pattern, String name) {}

    /// @param name without folder and ending
    static HookName of(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        var token = TOKENS.stream()
                .filter(one -> one.pattern().matcher(lower).find())
                .findFirst()
                .map(Token::name)
                .orElse("");
        var found = find(TRANSFORMER_LENS, lower);
        if (found.isPresent()) {
            var match = found.get();
            return hook(
                    match,
                    match.group(2) + (match.group(2).isEmpty() ? "" : "hook_") + match.group(3),
                    LayerConvention.HOOKS,
                    token);
        }
        found = find(MODULE, lower);
        if (found.isPresent()) {
            var rest = found.get().group(2);
            return hook(found.get(), rest.isEmpty() ? "" : rest.substring(1), LayerConvention.MODULES, token);
        }
        found = find(HIDDEN, lower);
        if (found.isPresent()) {
            return hook(found.get(), "", LayerConvention.HIDDEN_STATES, token);
        }
        found = find(LAYER, lower).or(() -> find(SHORT, lower));
        if (found.isPresent()) {
            return hook(found.get(), "", "", token);
        }
        return new HookName("", OptionalInt.empty(), "", token, -1, -1);
    }

    /// A name that is a number and nothing else, as the keys of a dictionary of layers are.
    static Optional<HookName> ofNumber(String name) {
        return BARE.matcher(name).matches()
                ? Optional.of(new HookName("", OptionalInt.of(Integer.parseInt(name)), "", "", 0, name.length()))
                : Optional.empty();
    }

    private static Optional<Matcher> find(Pattern pattern, String name) {
        var matcher = pattern.matcher(name);
        return matcher.find() ? Optional.of(matcher) : Optional.empty();
    }

    private static HookName hook(Matcher match, String site, String convention, String token) {
        return new HookName(
                site,
                OptionalInt.of(Integer.parseInt(match.group(1))),
                convention,
                token,
                match.start(1),
                match.end(1));
    }

    /// The file's name tells what the tensor's does not.
    HookName orElse(HookName other) {
        return new HookName(
                site.isEmpty() ? other.site : site,
                layer.isPresent() ? layer : other.layer,
                layer.isPresent() ? convention : other.convention,
                token.isEmpty() ? other.token : token,
                start,
                end);
    }
}
