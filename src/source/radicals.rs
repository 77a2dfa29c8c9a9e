//! Radicals that fonts put in the place of the characters they look like, folded.

/// `text` with the characters that radicals stand for.
#[cfg(any(feature = "pdf", test))]
pub(super) fn folded(text: &str) -> String {
    if text.chars().any(|c| ('\u{2E80}'..='\u{2FDF}').contains(&c)) {
        text.chars().map(|c| fold(c).unwrap_or(c)).collect()
    } else {
        text.to_owned()
    }
}

/// The character that a Kangxi radical (U+2F00–2FD5) or a CJK radical supplement stands for.
pub(super) fn fold(c: char) -> Option<char> {
    let code = c as u32;
    if (0x2F00..=0x2FD5).contains(&code) {
        return KANGXI.chars().nth((code - 0x2F00) as usize);
    }
    let at = SUPPLEMENT.chars().step_by(2).position(|radical| radical == c)?;
    SUPPLEMENT.chars().nth(at * 2 + 1)
}

/// The characters of the 214 Kangxi radicals, in their order.
const KANGXI: &str = "\
    一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾\
    干幺广廴廾弋弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生\
    用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷\
    豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻\
    黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠";

/// Radicals of the supplement, each followed by its character.
const SUPPLEMENT: &str = "\
    ⺀丶⺃乚⺄乙⺅亻⺈刀⺉刂⺋卩⺎兀⺏尣⺐尢⺒巳⺓幺⺕彐⺖忄⺗心⺘扌⺙攵⺚旡⺛旡⺝月⺞歺⺟母⺠民⺡氵⺢氺\
    ⺣灬⺥爫⺦爿⺨犭⺩王⺪疋⺫目⺬示⺭礻⺯糹⺰纟⺶羊⺸羋⺹耂⺻聿⺼肉⺾艹⻀艹⻁虎⻂衤⻄西⻅见⻆角⻈讠⻉贝\
    ⻊足⻋车⻌辶⻍辶⻎辶⻏邑⻐钅⻑長⻒镸⻓长⻔门⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻟飠⻠饣⻢马⻣骨⻤鬼⻥鱼\
    ⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龟⻲亀⻳龟";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn radicals_are_folded() {
        assert_eq!(folded("⽣产总值⻓期增⻓，⼈⼝⼀千万，⻔店"), "生产总值长期增长，人口一千万，门店");
        assert_eq!((fold('\u{2F00}'), fold('\u{2FD5}'), fold('一')), (Some('一'), Some('龠'), None));
    }
}
