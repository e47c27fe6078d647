// Languages of people, in their own name and in English.

export const TONGUES = [
  ["ar", "العربية", "Arabic"], ["ti", "ትግርኛ", "Tigrinya"], ["fa", "فارسی", "Persian"], ["fa-AF", "دری", "Dari"],
  ["tr", "Türkçe", "Turkish"], ["en", "English", ""], ["nl", "Nederlands", "Dutch"], ["uk", "Українська", "Ukrainian"],
  ["so", "Soomaali", "Somali"], ["am", "አማርኛ", "Amharic"], ["ps", "پښتو", "Pashto"], ["ku", "Kurmancî", "Kurdish"],
  ["fr", "Français", "French"], ["es", "Español", "Spanish"], ["pl", "Polski", "Polish"],
];

export function tongueOf(code) {
  return TONGUES.find(([known]) => known === code)?.[1] ?? code ?? "";
}
