import { type Country, easter, fixed } from "../define";

/** Código do Trabalho, artigo 234.º. */
export const pt: Country = {
  code: "pt",
  name: "Portugal",
  timeZone: "Europe/Lisbon",
  openHours: { name: "Horário de atendimento", from: "09:00", to: "18:00" },
  holidays: [
    fixed("new-year", "Ano Novo", "01-01"),
    easter("good-friday", "Sexta-feira Santa", -2),
    easter("easter-sunday", "Domingo de Páscoa", 0),
    fixed("freedom-day", "Dia da Liberdade", "04-25"),
    fixed("labour-day", "Dia do Trabalhador", "05-01"),
    easter("corpus-christi", "Corpo de Deus", 60),
    fixed("portugal-day", "Dia de Portugal", "06-10"),
    fixed("assumption", "Assunção de Nossa Senhora", "08-15"),
    fixed("republic", "Implantação da República", "10-05"),
    fixed("all-saints", "Todos os Santos", "11-01"),
    fixed("independence", "Restauração da Independência", "12-01"),
    fixed("immaculate-conception", "Imaculada Conceição", "12-08"),
    fixed("christmas-day", "Natal", "12-25"),
  ],
};
