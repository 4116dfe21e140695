import { describe, expect, it } from "vitest";
import { looksEnglish } from "./language.ts";

// Synthetic sentences.
describe("what the engine can serve", () => {
  it.each([
    ["prose", "I was early, and the receptionist asked where I would like to sit. I chose the chair by the window."],
    ["text-speak", "im at the bus stop n its raining again, didnt bring a coat cos i thought it wud be fine lol"],
    ["notes", "Morning. Walked to the market with a friend. Bought apples, a loaf, and some thread for the blue coat."],
    [
      "a few words of another language",
      "My gran used to say dzień dobry to the cat every morning, and the cat would look at her.",
    ],
    ["too little to say", "Dzień dobry."],
  ])("takes %s for English", (_, text) => expect(looksEnglish(text)).toBe(true));

  it.each([
    [
      "Polish",
      "Byłam za wcześnie i pani w recepcji zapytała, gdzie chciałabym usiąść. Wybrałam krzesło przy oknie, obok roweru.",
    ],
    [
      "French",
      "Je suis arrivée trop tôt et la dame de l'accueil m'a demandé où je voulais m'asseoir, près de la fenêtre ou non.",
    ],
    [
      "Somali",
      "Subaxdii waxaan tagay suuqa aniga iyo saaxiibaday, waxaan soo iibsanay tufaax, rooti iyo dun buluug ah.",
    ],
    ["Arabic", "وصلت مبكرة وسألتني موظفة الاستقبال أين أحب أن أجلس فاخترت الكرسي بجانب النافذة حيث كانت دراجة زرقاء"],
    [
      "Urdu in Latin letters",
      "Main jaldi pahunch gayi thi aur unhon ne poocha ke main kahan baithna chahti hoon, maine khirki wali kursi li.",
    ],
  ])("does not take %s for English", (_, text) => expect(looksEnglish(text)).toBe(false));
});
