/** Words that lists of leaked passwords begin with, in letters only: digits, signs and look-alikes are taken off before. */
const words = `
password passwort motdepasse contrasena parola senha passw pass passwd passphrase secret geheim private letmein letmeinnow welcome
welcometo willkommen bienvenue admin administrator root superuser sysadmin operator master manager service support system
server database oracle postgres mysql default guest user username login logon signin changeme changeit changemenow
temporary temp test tester testing demo example sample qwerty qwertyuiop qwertz azerty asdfgh asdfghjkl zxcvbnm zxcvbn
qazwsx qazwsxedc iloveyou iloveu ilovegod lovely loveme love princess sunshine shadow monkey dragon football baseball
basketball soccer hockey superman batman spiderman pokemon naruto starwars trustno trustnoone whatever nothing
computer internet google facebook samsung apple microsoft windows linux android iphone michael jordan jennifer
jessica ashley nicole daniel charlie thomas robert andrew joshua matthew anthony william george hunter killer
ranger buster tigger ginger pepper cookie cheese chocolate banana orange purple yellow summer winter spring autumn
january february march april june july august september october november december monday tuesday wednesday thursday
friday saturday sunday london paris berlin moscow beijing shanghai newyork america canada china germany france
freedom liberty peace forever family mother father brother sister angel angels babygirl baby blessed jesus jesuschrist
christ heaven hello helloworld hellohello goodbye friend friends flower butterfly rainbow diamond silver golden
harley mustang ferrari porsche mercedes corvette yamaha liverpool chelsea arsenal barcelona realmadrid manchester
cowboys eagles yankees lakers access accessdenied security secure protect openthedoor opensesame abracadabra
matrix ninja phoenix thunder lightning storm tiger lion panther wolf eagle falcon hawk bear snoopy garfield
mickey donald minnie disney nintendo playstation minecraft fortnite warcraft maverick merlin gandalf
company office business work working worker employee corporate finance marketing customer client
flyloft servicestage huawei cloud kubernetes docker jenkins ansible vagrant minioadmin rabbitmq elastic grafana
correcthorsebatterystaple woaini woainima wodemima mima aini zhongguo
`;
export const commonWords: ReadonlySet<string> = new Set(words.split(/\s+/).filter(Boolean));
