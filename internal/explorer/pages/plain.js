'use strict';

// Sends the form's query to /graphql and shows the answer below it; without this script the form opens the answer as JSON.
const form = document.getElementById('query-form');
const result = document.getElementById('result');

function show(text) {
  result.hidden = false;
  result.textContent = text;
}

async function run() {
  let variables;
  try {
    variables = JSON.parse(form.elements.variables.value.trim() || '{}');
  } catch (error) {
    show(`The variables are not JSON: ${error.message}`);
    return;
  }
  show('…');
  try {
    const response = await fetch(form.action, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ query: form.elements.query.value, variables }),
    });
    const text = await response.text();
    try {
      show(JSON.stringify(JSON.parse(text), null, 2));
    } catch {
      show(`${response.status} ${response.statusText}\n${text}`);
    }
  } catch (error) {
    show(`The server did not answer: ${error.message}`);
  }
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  run();
});
form.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    form.requestSubmit();
  }
});
